// Reading and writing the pack of a round: a zip with its files as they are, nothing compressed.
import type { Page } from '@playwright/test';

export type Files = Map<string, string>;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The files in a pack. */
export function unzip(zip: Buffer): Files {
  const files: Files = new Map();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.toString('utf8', begin, begin + size));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** These files as a pack. */
export function zip(files: Files): Buffer {
  const [parts, listed]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of files) {
    const [file, content] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(10, 0);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(file.length, 22);
    const before = Buffer.concat([Buffer.from('PK\x03\x04'), about, file]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02\x0a\x00'), about, place, file]));
    parts.push(before, content);
    at += before.length + content.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

/** The pack of a round as everybody gets it. */
export async function pack(page: Page, round: string): Promise<Files> {
  return unzip(await (await page.request.get(`${round}/pakket.zip`)).body());
}

interface Rules {
  wijken: { wijk: string; name: string; candidates: { proposal: string; title: string }[] }[];
}

export interface Ballot {
  words: string;
  choices: string[];
  seal: string;
}

/** A wijk in the rules of a pack. */
export function wijkOf(files: Files, name: string) {
  const rules = JSON.parse(files.get('rules.json') ?? '') as Rules;
  const wijk = rules.wijken.find((each) => each.name === name);
  if (!wijk) throw new Error(`no ${name} in the rules`);
  return wijk;
}

/** The published ballots of a wijk. */
export function ballotsOf(files: Files, wijk: string): Ballot[] {
  const lines = files.get(`${wijkOf(files, wijk).wijk}/ballots.jsonl`) ?? '';
  return lines.trimEnd().split('\n').map((line) => JSON.parse(line) as Ballot);
}

/** The same files with other ballots in a wijk. */
export function withBallots(files: Files, wijk: string, ballots: Ballot[]): Files {
  const lines = ballots.map((ballot) => `${JSON.stringify(ballot)}\n`);
  return new Map(files).set(`${wijkOf(files, wijk).wijk}/ballots.jsonl`, lines.join(''));
}
