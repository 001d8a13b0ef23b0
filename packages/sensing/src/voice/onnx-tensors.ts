/**
 * Reads the float32 initialisers (the trained numbers) out of an ONNX file, and nothing else of it.
 *
 * Method: field numbers from onnx.proto3 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3):
 * ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto.{dims = 1, data_type = 2, name = 8, raw_data = 9}.
 * Limits: only initialisers that are float32 and stored raw (as PyTorch exports them); the graph itself is not read, so
 * whether these numbers belong to the network they are used in must be known otherwise (by the file's checksum).
 */
import { err, isErr, ok, type Result } from "@undivided/domain";
import { readProtobufFields, type ProtobufError, type ProtobufField } from "./protobuf.ts";

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export type OnnxError =
  | ProtobufError
  /** Readable as protobuf, but there is no graph in it. */
  | { readonly type: "no-graph" }
  /** The tensor's bytes are not as many as its shape says. */
  | {
      readonly type: "wrong-size";
      readonly tensor: string;
      readonly expectedBytes: number;
      readonly foundBytes: number;
    };

const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_DIMS = 1;
const TENSOR_DATA_TYPE = 2;
const TENSOR_NAME = 8;
const TENSOR_RAW_DATA = 9;
const DATA_TYPE_FLOAT = 1;

/** The float32 tensors by name. Total: truncated or foreign bytes give an error, never an exception. */
export const readOnnxTensors = (file: Uint8Array): Result<ReadonlyMap<string, Tensor>, OnnxError> => {
  const model = readProtobufFields(file);
  if (isErr(model)) return model;
  const [graphBytes] = bytesOf(model.value, MODEL_GRAPH);
  if (graphBytes === undefined) return err({ type: "no-graph" });
  const graph = readProtobufFields(graphBytes);
  if (isErr(graph)) return graph;

  const tensors = new Map<string, Tensor>();
  for (const tensorBytes of bytesOf(graph.value, GRAPH_INITIALIZER)) {
    const fields = readProtobufFields(tensorBytes);
    if (isErr(fields)) return fields;
    if (varintsOf(fields.value, TENSOR_DATA_TYPE)[0] !== DATA_TYPE_FLOAT) continue;
    const name = asciiText(bytesOf(fields.value, TENSOR_NAME)[0]);
    const shape = varintsOf(fields.value, TENSOR_DIMS);
    const raw = bytesOf(fields.value, TENSOR_RAW_DATA)[0] ?? new Uint8Array(0);
    const expectedBytes = 4 * shape.reduce((product, dim) => product * dim, 1);
    if (raw.length !== expectedBytes) {
      return err({ type: "wrong-size", tensor: name, expectedBytes, foundBytes: raw.length });
    }
    tensors.set(name, { shape, values: littleEndianFloats(raw) });
  }
  return ok(tensors);
};

const bytesOf = (fields: readonly ProtobufField[], number: number): readonly Uint8Array[] =>
  fields.flatMap((field) => (field.type === "bytes" && field.number === number ? [field.bytes] : []));

const varintsOf = (fields: readonly ProtobufField[], number: number): readonly number[] =>
  fields.flatMap((field) => (field.type === "varint" && field.number === number ? [field.value] : []));

/** Tensor names are plain ASCII; a text decoder would be the only platform API that sensing needs. */
const asciiText = (bytes: Uint8Array | undefined): string => String.fromCharCode(...(bytes ?? []).slice(0, 200));

/** A copy: raw data lies unaligned in the file, and a Float32Array view would follow the machine's byte order. */
const littleEndianFloats = (raw: Uint8Array): Float32Array => {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Float32Array.from({ length: raw.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
};
