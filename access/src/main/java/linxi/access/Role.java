package linxi.access;

/** What an account or a key is for. */
public enum Role {
    /** Logs shipments of one cooperative. */
    CLERK,
    /** Confirms what one market received. */
    RECEIVER,
    /** Reads everything, households only by pseudonyms. */
    ANALYST,
    /** As an analyst; with a purpose, which is logged, by their keys. */
    HOUSEHOLD_VIEWER,
    /** Parties, products, households, accounts. */
    ADMIN,
    /** Reads the log as it is. */
    AUDITOR;

    /** Whether it acts and reads for one organisation only. */
    public boolean isOfOneOrganisation() {
        return this == CLERK || this == RECEIVER;
    }
}
