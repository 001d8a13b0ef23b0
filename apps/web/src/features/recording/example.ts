/** The bundled example: a real pick-up and a real talk, put together; `example/SOURCE.md` says where each is from. */
import type { NamedBlob } from "../../platform/named-blob.ts";
import accelerometer from "./example/Accelerometer.csv?url";
import gyroscope from "./example/Gyroscope.csv?url";
import talk from "./example/talk.wav?url";

/** Where the talk is laid over the motion, so that it is going on when the phone is picked up. */
export const exampleSoundAtSeconds = 44;

/** `null` if it cannot be fetched. */
export const fetchExample = async (): Promise<readonly NamedBlob[] | null> => {
  try {
    return await Promise.all(
      [
        { name: "Accelerometer.csv", address: accelerometer },
        { name: "Gyroscope.csv", address: gyroscope },
        { name: "talk.wav", address: talk },
      ].map(async ({ name, address }) => {
        const response = await fetch(address);
        if (!response.ok) throw new Error(String(response.status));
        return { name, blob: await response.blob() };
      }),
    );
  } catch {
    return null;
  }
};
