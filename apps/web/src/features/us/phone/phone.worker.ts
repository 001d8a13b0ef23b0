/** The worker of *What my phone remembers*: files in, what was found out; kept looks in, a picture or a day out. */
import { blobFile } from "../../../platform/named-blob.ts";
import type { PhoneReply, PhoneRequest } from "./phone-messages.ts";
import { looksOfDay, toPhonePicture } from "./phone-picture.ts";
import { readCalendarFile } from "./read-calendar-file.ts";
import { readPhone } from "./read-phone.ts";

/** More often would only cost; a person sees no difference. */
const progressEveryMs = 80;

const reply = (message: PhoneReply): void => self.postMessage(message);

const answer = async (request: PhoneRequest): Promise<PhoneReply> => {
  switch (request.type) {
    case "cross":
      return { type: "crossed", picture: toPhonePicture(request) };
    case "day":
      return { type: "day", looks: looksOfDay(request) };
    case "calendar": {
      const read = await readCalendarFile(blobFile(request.file), request.records, request.zone);
      if (read.type === "ok") return { type: "calendar", preview: read.value };
      return read.error.type === "zone-needed" ? { type: "zone" } : { type: "refused", error: read.error };
    }
    case "read":
      return readFiles(request);
  }
};

const readFiles = async (request: Extract<PhoneRequest, { readonly type: "read" }>): Promise<PhoneReply> => {
  let saidAt = 0;
  const read = await readPhone(request.files.map(blobFile), {
    zone: request.zone,
    own: request.own,
    onProgress: (share) => {
      const now = performance.now();
      if (now - saidAt < progressEveryMs) return;
      saidAt = now;
      reply({ type: "progress", share });
    },
  });
  if (read.type === "ok") return { type: "read", preview: read.value };
  const { error } = read;
  switch (error.type) {
    case "zone-needed":
      return { type: "zone" };
    case "which-device":
    case "laptop-only":
    case "no-such-device":
      return { type: "which", devices: error.devices };
    case "cancelled":
      return { type: "refused", error: { type: "broken" } };
    default:
      return { type: "refused", error };
  }
};

self.onmessage = ({ data }: MessageEvent<PhoneRequest>) => {
  void answer(data).then(reply, () => reply({ type: "refused", error: { type: "broken" } }));
};
