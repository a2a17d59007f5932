/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HASH = '1d8c8c7dbb81d5e65a8259a2460144bfb3eee6684916063aecc24614d675135a';
