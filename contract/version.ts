/** Rises with every change of the wire; a test pins `CONTRACT_HASH` to the schemas, so that no change goes unnoticed. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HASH = '6d0b434788ce7262a38a2392654d0527f7a91db5e49ce6de8d7f7cafe162f1f8';
