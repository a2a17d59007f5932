/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HASH = 'd17c7162860dcf2719ad76dcbd3986f68c22f412c68d30175874dc9fd1e917b0';
