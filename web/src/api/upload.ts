import { unsafeHeaders } from "./client";
import { ApiProblem } from "./problem";

/** Sends a file as the body of a POST and tells how much has gone (0 to 1). fetch cannot tell. */
export function upload<T>(
  url: string,
  file: File,
  onProgress: (part: number) => void,
  {
    signal,
    headers,
    query,
  }: { signal?: AbortSignal; headers?: Record<string, string>; query?: Record<string, string> } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `${url}?${new URLSearchParams({ name: file.name, ...query })}`);
    for (const [name, value] of Object.entries({ ...unsafeHeaders(), ...headers }))
      call.setRequestHeader(name, value);
    call.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    call.onerror = () => reject(ApiProblem.unreachable());
    call.onabort = () => reject(ApiProblem.unreachable());
    call.onload = () => {
      const body = parsed(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(body as T);
      else reject(ApiProblem.of(call.status, body));
    };
    signal?.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
