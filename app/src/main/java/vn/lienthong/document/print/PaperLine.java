package vn.lienthong.document.print;

/** One paper of a dossier and how many copies of each form were handed in or are wanted. */
public record PaperLine(String name, int originals, int certified, int copies, int electronic) {}
