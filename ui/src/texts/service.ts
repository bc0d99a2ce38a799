/** What stands for a service that says nothing of its own. */
export const serviceTexts = {
  answered: (status: number) => `The server answered ${status}.`,
};
