import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Test files share one document: nothing of a test is left for the next.
afterEach(cleanup);
