/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 2;
export const CONTRACT_HASH = '9fb29104d5cb354c15e4d00ea374924a95747a8bd6a40accbd470a1c10a01b22';
