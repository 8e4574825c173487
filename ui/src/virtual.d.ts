// What the plugin in licences.ts answers with.
declare module 'virtual:licences' {
  const licences: import('./licences').Licences;
  export default licences;
}
