/** Who looks at a page, and its address; a name after a colon stands for one of the demo. */
export type Visit = [account: string | null, address: string];
