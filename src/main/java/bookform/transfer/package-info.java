/** How bodies travel, whoever sends them: pages or the API. JDK only. */
package bookform.transfer;
