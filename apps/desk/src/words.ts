/** What `desk --help` prints. */
export const HELP = `desk COMMAND … [--data DIR]      on the nation that runs on DIR (default .data)

  provision PROVINCE… | --all | --nation [--admin-email ADDRESS]
                                 makes databases, keys, divisions; with an address (one province, or --nation) prints a one-time link
  migrate                        brings every database to this version: the nation, a canary, then the others
  verify [PROVINCE… | --all]     recomputes figures from the records and compares; ends with 1 on drift
  backup PROVINCE --to FILE      copies a province while it works
  restore PROVINCE --from FILE   puts a copy back while the others work; a new epoch at the border
  keys backup|restore|check PROVINCE [--to FILE] [--from FILE]
                                 the keys of volunteers, which no backup of a province holds: copied apart, put back but
                                 for those of who has withdrawn, compared with the volunteers
  seed --sample nation|none|large [--problems N] [--province A,B]
                                 fills in invented records, marked as sample
  tick                           the minute's round of every province, now
  rotate-key PROVINCE            a new seal key; the old one ends
  rotate-key --nation [--withdraw]
                                 the same for the nation; --withdraw: no template that the old one signed is taken
                                 in from a file any more, in any province
  checkpoint [PROVINCE…]         copies and seals what the nation holds of provinces now; each month does it by itself
  replay [PROVINCE…] [--all]     takes in again the letters since the last checkpoint (--all: from the first) and compares with
                                 what stands; ends with 1 on a difference
  border-scan [PROVINCE…]        looks for every personal datum and word of a case of the provinces in the whole
                                 national database; ends with 1 when one is there
`;
