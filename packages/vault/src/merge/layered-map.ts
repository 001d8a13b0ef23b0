/**
 * A map that grows and gives views which never change.
 *
 * Below lies a large map, above it a small layer with what came since; a view is the two of them as they are. Whoever writes
 * after a view was given copies the layer only, and every so often makes one large map of both. A change thus costs about
 * √n steps instead of the n of a copy, and somebody may read after every change.
 */

export interface LayeredMap<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
  /** Takes time in the entries: for the seldom case that something never counted. */
  readonly remove: (keys: Iterable<K>) => void;
  /** The map as it is now, for good. The same one until the next change. */
  readonly view: () => ReadonlyMap<K, V>;
}

const SMALLEST_LAYER = 64;

export const createLayeredMap = <K, V>(start: Iterable<readonly [K, V]> = []): LayeredMap<K, V> => {
  let base = new Map(start);
  let layer = new Map<K, V>();
  /** How many keys of the layer are not in the base. */
  let added = 0;
  let isBaseShown = false;
  let isLayerShown = false;
  let shown: ReadonlyMap<K, V> | null = null;

  const flatten = (): void => {
    const flat = new Map(base);
    for (const [key, value] of layer) flat.set(key, value);
    base = flat;
    layer = new Map();
    added = 0;
    isBaseShown = false;
    isLayerShown = false;
  };
  return {
    get: (key) => layer.get(key) ?? base.get(key),
    set: (key, value) => {
      shown = null;
      if (isBaseShown && layer.size >= Math.max(SMALLEST_LAYER, Math.sqrt(base.size))) flatten();
      if (!isBaseShown) {
        base.set(key, value);
        return;
      }
      if (isLayerShown) layer = new Map(layer);
      isLayerShown = false;
      if (!layer.has(key) && !base.has(key)) added += 1;
      layer.set(key, value);
    },
    remove: (keys) => {
      shown = null;
      flatten();
      for (const key of keys) base.delete(key);
    },
    view: () => {
      if (shown !== null) return shown;
      isBaseShown = true;
      isLayerShown = true;
      shown = layer.size === 0 ? base : viewOf(base, layer, base.size + added);
      return shown;
    },
  };
};

const viewOf = <K, V>(base: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V>, size: number): ReadonlyMap<K, V> => {
  function* entries(): Generator<[K, V], undefined, unknown> {
    for (const [key, value] of base) yield [key, layer.get(key) ?? value];
    for (const [key, value] of layer) if (!base.has(key)) yield [key, value];
    return undefined;
  }
  function* keys(): Generator<K, undefined, unknown> {
    for (const [key] of entries()) yield key;
    return undefined;
  }
  function* values(): Generator<V, undefined, unknown> {
    for (const [, value] of entries()) yield value;
    return undefined;
  }
  const view: ReadonlyMap<K, V> = {
    size,
    get: (key) => layer.get(key) ?? base.get(key),
    has: (key) => layer.has(key) || base.has(key),
    forEach: (visit) => {
      for (const [key, value] of entries()) visit(value, key, view);
    },
    entries,
    keys,
    values,
    [Symbol.iterator]: entries,
  };
  return view;
};
