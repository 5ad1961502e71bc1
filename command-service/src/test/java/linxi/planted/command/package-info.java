/** Breaches of the rules of {@code linxi.command}, one each, which prove that the rules can fail. */
package linxi.planted.command;
