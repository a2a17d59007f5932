/** Where the data key is kept outside the database: the system's keystore, or a key file where there is none. */
export interface Secrets {
  /** Null where no key was ever stored. */
  loadDataKey(): Promise<Uint8Array | null>;
  storeDataKey(key: Uint8Array): Promise<void>;
  readonly protection: 'keystore' | 'keyFile';
}
