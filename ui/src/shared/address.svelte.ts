// Bytes as an address that an `img` can show.

export class Address {
  /** Empty while there are no bytes. */
  now = $state('');

  /** Make it while a component is being set up: the address goes with the component, or with its bytes. */
  constructor(bytes: () => ArrayBuffer | undefined) {
    $effect(() => {
      const shown = bytes();
      if (!shown?.byteLength) return;
      const address = URL.createObjectURL(new Blob([shown]));
      this.now = address;
      return () => {
        URL.revokeObjectURL(address);
        this.now = '';
      };
    });
  }
}
