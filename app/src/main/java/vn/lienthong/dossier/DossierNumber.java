package vn.lienthong.dossier;

/**
 * The number a dossier is known by, to people and to the engine (its business key). Given once, never changed; its form
 * is the receiving agency's.
 */
public record DossierNumber(String value) {

    @Override
    public String toString() {
        return value;
    }
}
