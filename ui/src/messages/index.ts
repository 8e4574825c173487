// All words of the program. `en` is the type: another language is `const fr: Messages = …` and must match to compile.
import { en } from './en';

export type Messages = typeof en;
/** What the practice calls the people it treats; a parameter of every message that names them. */
export type PersonWord = 'client' | 'patient';

export const words: Messages = en;
