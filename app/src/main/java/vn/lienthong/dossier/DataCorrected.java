package vn.lienthong.dossier;

/**
 * What a dossier says was put right at the request of the person concerned.
 *
 * @param applicant full name of the applicant by now
 */
public record DataCorrected(DossierNumber number, String applicant) {}
