/** One package that is built in; `texts` are places in the list of texts. */
export type BuiltIn = { name: string; version: string; licence: string; texts: number[] };
export type Licences = { packages: BuiltIn[]; texts: string[] };
