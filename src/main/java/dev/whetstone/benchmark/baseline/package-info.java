/** What is to be beaten: judges that understand nothing of what they read. */
package dev.whetstone.benchmark.baseline;
