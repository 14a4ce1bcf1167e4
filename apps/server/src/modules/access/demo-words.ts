/** The password every ready-made staff account of the demonstration has; printed and shown, since nothing there is real. */
export const demoPassword = 'linli-demo-2026';
