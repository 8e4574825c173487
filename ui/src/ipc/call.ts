// The one way to the core: `core.clientsRegister(input)` answers with the value or throws CommandFailure.
import { invoke } from '@tauri-apps/api/core';
import { commands, noteSections, type CommandError, type LetterOf, type PreviewSheet } from './bindings';

export { noteSections, type CommandError };

/** A refusal of the core, as a fact. Its wording is made by `messages/problems`. */
export class CommandFailure extends Error {
  constructor(readonly error: CommandError) {
    super(error.code);
    this.name = 'CommandFailure';
  }
}

/** Narrows anything thrown to a refusal with this code. */
export function refusedWith<C extends CommandError['code']>(
  thrown: unknown,
  code: C,
): thrown is CommandFailure & { error: Extract<CommandError, { code: C }> } {
  return thrown instanceof CommandFailure && thrown.error.code === code;
}

type Commands = typeof commands;
type Answer<F> = F extends (...input: never[]) => Promise<infer R>
  ? R extends { status: 'ok'; data: infer T }
    ? T
    : never
  : never;
type Core = { [K in keyof Commands]: (...input: Parameters<Commands[K]>) => Promise<Answer<Commands[K]>> };

const underWay = new Set<Promise<unknown>>();

function waitedFor<T>(answer: Promise<T>): Promise<T> {
  underWay.add(answer);
  const over = () => underWay.delete(answer);
  answer.then(over, over);
  return answer;
}

const page = () => document.documentElement.dataset;

/**
 * For a page that is about to be left, which ends with the page: what it shows is not asked for again. A question that the
 * leaving cuts off would be put a second time by the way to the core, which takes that for a fault of its own.
 */
export function askNothingNew(): void {
  page().leaving = '';
}

/** Whether this page is about to be left. */
export function asksNothingNew(): boolean {
  return page().leaving !== undefined;
}

/** Resolves when every question has its answer, or after so many milliseconds: a dialog may stand open for long. */
export async function allAnswered(within: number): Promise<void> {
  const patience = new Promise((done) => setTimeout(done, within));
  await Promise.race([Promise.allSettled(underWay), patience]);
}

function unwrapped(): Core {
  const core: Record<string, unknown> = {};
  for (const [name, command] of Object.entries(commands)) {
    core[name] = async (...input: unknown[]) => {
      const asked = (
        command as (...input: unknown[]) => Promise<Awaited<ReturnType<Commands[keyof Commands]>>>
      )(...input);
      const answer = await waitedFor(asked);
      if (answer.status === 'error') throw new CommandFailure(answer.error);
      return answer.data;
    };
  }
  return core as Core;
}

/** Commands whose answer is raw bytes: they bypass JSON, so the generated bindings do not list them. */
async function bytes(command: string, input: unknown): Promise<ArrayBuffer> {
  try {
    return await waitedFor(invoke<ArrayBuffer>(command, { input }));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    throw new CommandFailure(thrown as CommandError);
  }
}

export const core = {
  ...unwrapped(),
  erasureLetter: (input: LetterOf) => bytes('erasure_letter', input),
  filesPdf: (input: { id: string }) => bytes('files_pdf', input),
  filesPicture: (input: { id: string }) => bytes('files_picture', input),
  filesPortrait: (input: { id: string }) => bytes('files_portrait', input),
  handoutsPreview: (input: PreviewSheet) => bytes('handouts_preview', input),
  handoutsGivenPdf: (input: { id: string }) => bytes('handouts_given_pdf', input),
  handoutsPicture: (input: { name: string }) => bytes('handouts_picture', input),
  settingsLogo: (input: { id: string }) => bytes('settings_logo', input),
};
