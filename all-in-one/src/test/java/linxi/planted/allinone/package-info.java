/** Breaches of the rules of {@code linxi.allinone}, one each, which prove that the rules can fail. */
package linxi.planted.allinone;
