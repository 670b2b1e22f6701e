import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Mistake } from './mistake.server.ts';

const shortest = 12;

/** Asks on the terminal; without one the usual answer is taken. */
export async function ask(question: string, usual: string): Promise<string> {
  if (!process.stdin.isTTY) return usual;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [${usual}]: `);
  terminal.close();
  return answer.trim() || usual;
}

/** A new password from ACCESS_PASSWORD, else typed unseen. Twelve characters or more. */
export async function askPassword(): Promise<string> {
  const password = process.env.ACCESS_PASSWORD ?? (await typeUnseen());
  if ([...password].length < shortest) throw new Mistake(`A password has ${shortest} characters or more.`);
  return password;
}

async function typeUnseen(): Promise<string> {
  if (!process.stdin.isTTY) throw new Mistake('There is no terminal to type a password on: set ACCESS_PASSWORD.');
  process.stdout.write(`Password (${shortest} characters or more, not shown): `);
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nothing, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  process.stdout.write('\n');
  return password;
}
