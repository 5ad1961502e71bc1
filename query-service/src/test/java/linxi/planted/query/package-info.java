/** Breaches of the rules of {@code linxi.query}, one each, which prove that the rules can fail. */
package linxi.planted.query;
