import { query } from '../operation.ts';
import { SessionView } from './shapes.ts';

export const getSession = query({
  name: 'get-session',
  module: 'access',
  summary: 'Who is signed in, what they may do, and whether this is a demonstration',
  input: {},
  output: SessionView,
  allow: 'anyone',
});
