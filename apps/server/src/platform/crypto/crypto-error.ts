/** The bytes could not be opened; says nothing of their content. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';
}
