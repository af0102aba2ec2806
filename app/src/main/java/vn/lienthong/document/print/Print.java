package vn.lienthong.document.print;

/** The facts of one printed form. Its template is {@code prints/<set>/<form>.html}. */
public sealed interface Print
        permits ReceiptPrint,
                BatchReceiptPrint,
                SupplementRequestPrint,
                RefusalPrint,
                ApologyPrint,
                StopNoticePrint,
                ControlSlipPrint,
                RegisterPrint,
                FeeReceiptPrint,
                ReturnSlipPrint {

    /** Name of the form, the same in every set, such as {@code receipt}. */
    String form();

    Letterhead letterhead();

    /** Number of the dossier that the form is about; empty when it is about none or many. */
    String number();
}
