// One file in the age format (age-encryption.org/v1), streamed. The file key is an age identity, so that an exported file and its
// key open with the standard tool. Each chunk is authenticated before it is handed out; a cut or altered file throws.
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** A new key of one file: `recipient` encrypts, `fileKey` (an AGE-SECRET-KEY) decrypts. */
export async function newFileKey(): Promise<{ recipient: string; fileKey: string }> {
  const fileKey = await generateX25519Identity();
  return { fileKey, recipient: await identityToRecipient(fileKey) };
}

type WebBytes = globalThis.ReadableStream<Uint8Array>;

function webStream(source: AsyncIterable<Uint8Array>): WebBytes {
  return ReadableStream.from(source) as unknown as WebBytes;
}

function pieces(stream: WebBytes): AsyncIterable<Uint8Array> {
  return stream as unknown as AsyncIterable<Uint8Array>;
}

/** An error of `plain` comes through unchanged. */
export async function encryptedFile(plain: AsyncIterable<Uint8Array>, recipient: string): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return pieces(await encrypter.encrypt(webStream(plain)));
}

/** Throws, now or while it is read, when `cipher` was not encrypted to this key, was altered or is cut off. */
export async function decryptedFile(cipher: AsyncIterable<Uint8Array>, fileKey: string): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(fileKey);
  return pieces(await decrypter.decrypt(webStream(cipher)));
}
