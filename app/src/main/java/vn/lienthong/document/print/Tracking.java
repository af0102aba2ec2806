package vn.lienthong.document.print;

/**
 * How a citizen follows the dossier without an account.
 *
 * @param url address of the public page, with number and secret
 * @param page the same page without them, short enough to type
 * @param secret printed on the receipt and nowhere else
 */
public record Tracking(String url, String page, String secret) {}
