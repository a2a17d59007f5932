/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HASH = 'd2c94f132f9863241310f12d344235d7163ffabd89a0666560a7c0a9ee32339b';
