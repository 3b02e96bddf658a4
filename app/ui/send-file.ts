// Sends a form with a file from the browser and says how much of it is out. For enhancers; the same addresses take plain forms.

/** Resolves with the JSON answer; rejects with what the server said, or an empty message when it was not reached. */
export function sendFile(address: string, body: FormData, progress: (loaded: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded }) => progress(loaded));
    request.addEventListener("load", () => {
      const answer = parsed(request.responseText);
      if (request.status < 400) resolve(answer);
      else reject(new Error((answer as { error?: { detail?: string } } | undefined)?.error?.detail ?? ""));
    });
    request.addEventListener("error", () => reject(new Error("")));
    request.send(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
