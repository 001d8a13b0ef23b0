/** What the page and its worker say to each other. Everything here can be cloned from one to the other. */
import type { NamedBlob } from "../../platform/named-blob.ts";
import type { RecordingProblem, ShownRecording } from "./analysis.ts";

export interface AnalysisRequest {
  readonly files: readonly NamedBlob[];
  readonly soundAtSeconds: number;
  /** Where the weights of the voice engine are; fetched only if there is sound. */
  readonly weightsUrl: string;
}

export type AnalysisReply =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "done"; readonly recording: ShownRecording }
  | { readonly type: "failed"; readonly problem: RecordingProblem };
