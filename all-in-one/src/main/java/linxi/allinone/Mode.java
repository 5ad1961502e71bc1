package linxi.allinone;

/**
 * How an all-in-one lets callers in.
 *
 * @param login whether they log in
 * @param demo whether there are accounts that everybody knows
 */
record Mode(boolean login, boolean demo) {
    static final Mode WITH_LOGINS = new Mode(true, false);

    String[] settings() {
        // The first password is shown in the box.
        return new String[] {
            "--linxi.access.login=" + login, "--linxi.access.demo=" + demo, "--linxi.access.announce=false"
        };
    }
}
