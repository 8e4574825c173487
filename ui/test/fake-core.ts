// A core that answers from memory, for component tests and for looking at screens. Typed by the contract.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { emit } from '@tauri-apps/api/event';
import type { CommandError } from '../src/ipc/bindings';
import type { core } from '../src/ipc/call';
import type { Slice } from '../src/ipc/events';

type Core = typeof core;
export type Answers = {
  [K in keyof Core]?: (...input: Parameters<Core[K]>) => Awaited<ReturnType<Core[K]>> | ReturnType<Core[K]>;
};

/** Thrown by an answer: the core refuses. */
export function refuse(error: CommandError): never {
  throw error;
}

export type Call = { command: string; input: unknown };

export class FakeCore {
  readonly calls: Call[] = [];

  constructor(private answers: Answers) {
    mockIPC((command, args) => this.#answer(command, (args as { input?: unknown })?.input), {
      shouldMockEvents: true,
    });
  }

  /** From now on these commands answer differently. */
  set(answers: Answers): void {
    this.answers = { ...this.answers, ...answers };
  }

  /** Inputs of every call of this command, oldest first. */
  inputs<K extends keyof Core & string>(command: K): Parameters<Core[K]>[0][] {
    return this.calls
      .filter((call) => call.command === command)
      .map((call) => call.input as Parameters<Core[K]>[0]);
  }

  changed(...slices: Slice[]): Promise<void> {
    return emit('changed', { slices });
  }

  progress(done: number, of: number): Promise<void> {
    return emit('progress', { done, of });
  }

  stop(): void {
    clearMocks();
  }

  async #answer(command: string, input: unknown): Promise<unknown> {
    const name = command.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    this.calls.push({ command: name, input });
    const answer = this.answers[name as keyof Core] as ((input: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`The fake core has no answer to ${name}.`);
    return await answer(input);
  }
}
