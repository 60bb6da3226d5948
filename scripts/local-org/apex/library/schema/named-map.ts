import { ApexMap } from '../../runtime/collections/map.ts';

/** A map whose keys are names in lower case and are found in any case: what describe calls give. */
export class NamedMap extends ApexMap {
  constructor(valueType: string) {
    super('String', valueType);
  }

  override get(key: unknown): unknown {
    return super.get(lower(key));
  }

  override containsKey(key: unknown): boolean {
    return super.containsKey(lower(key));
  }
}

function lower(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}
