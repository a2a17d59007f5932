import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine takes its time; what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 });

// Test files share one document: nothing of a test is left for the next.
afterEach(cleanup);
