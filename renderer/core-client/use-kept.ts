import { useState } from 'react';

/** The latest answer there was: keeps the last one on the screen while a new one is missing or has failed. */
export function useKept<Data>(data: Data | undefined): Data | undefined {
  const [kept, setKept] = useState(data);
  if (data !== undefined && data !== kept) setKept(data);
  return data ?? kept;
}
