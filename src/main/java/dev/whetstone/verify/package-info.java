/** Is this candidate right, and how far can that verdict be trusted? */
package dev.whetstone.verify;
