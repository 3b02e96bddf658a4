// With script the file stays in the browser: its SHA-256 is computed here, and a document whose hash is known needs no upload.
// When it is not known the form is sent as without script, because only the server can say what is wrong with the signature.

const form = document.querySelector<HTMLFormElement>('form[action="/verify/file"]');
const input = form?.querySelector<HTMLInputElement>('input[type="file"]');
const note = document.getElementById("local");

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

input?.addEventListener("change", async () => {
  const file = input.files?.[0];
  if (!note || !file || !globalThis.crypto?.subtle) return;
  note.textContent = "";
  note.append(`SHA-256, computed in this page: ${await hashOf(file)} `);
  const link = document.createElement("a");
  link.href = `/verify?sha256=${await hashOf(file)}`;
  link.textContent = "Look this hash up without uploading";
  note.append(link);
});

export {};
