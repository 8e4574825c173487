// What a file is, as a sign and in words.
import File from '@lucide/svelte/icons/file';
import FileText from '@lucide/svelte/icons/file-text';
import Image from '@lucide/svelte/icons/image';
import type { ClientFile } from '../../ipc/bindings';
import { words } from '../../messages';
import { size } from '../../messages/formats';
import type { IconOf } from '../../shared/Icon.svelte';

type Formed = Pick<ClientFile, 'form' | 'name' | 'bytes'>;

/** Whether it is a picture, also one that cannot be shown here. */
export function isPicture({ form }: Pick<ClientFile, 'form'>): boolean {
  return form !== 'pdf' && form !== 'other';
}

export function iconOf(file: Pick<ClientFile, 'form'>): IconOf {
  if (file.form === 'pdf') return FileText;
  return isPicture(file) ? Image : File;
}

/** JPEG, 2.4 MB; what is not known by its bytes is called by its ending. */
export function kindOf({ form, name, bytes }: Formed): string {
  const say = words.files;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase();
  return say.kind(form === 'other' ? (ending ?? say.otherForm) : say.forms[form], size(bytes));
}
