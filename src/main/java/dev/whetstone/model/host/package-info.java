/** Which models are there, and may they serve? Model folders, and the hosting of what they hold. */
package dev.whetstone.model.host;
