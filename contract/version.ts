/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HASH = '3524d7a8904b596c78e1c098189ba2284c13fc1903113400c4f86eb263635f19';
