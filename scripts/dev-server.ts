import { runProduct } from './run-product.ts';

await runProduct(process.argv.slice(2));
